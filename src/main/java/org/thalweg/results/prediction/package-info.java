/** What the theory says of a setting, quantity by quantity, and how far it may be off: order, finite step, inertia. */
package org.thalweg.results.prediction;
