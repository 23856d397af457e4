/**
 * What is measured. Below the model, since surfaces name numbers of their paths, and so below everybody who measures,
 * compares, writes or shows them: a {@link org.thalweg.quantity.Quantity} is written down once, and {@link
 * org.thalweg.quantity.Digits} and {@link org.thalweg.quantity.Counted} are how a person reads its values.
 */
package org.thalweg.quantity;
