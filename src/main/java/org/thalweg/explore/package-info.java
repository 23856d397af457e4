/**
 * A model as a page with sliders ({@link org.thalweg.explore.ModelExplorer}), a trained network as a page over its
 * checkpoints ({@link org.thalweg.explore.RunExplorer}). What the page draws, the engine has computed: the page scales
 * and colours, and computes nothing. Each question of a page has a file of its own; a {@code Screen} is a model with
 * its sliders where they are, and is asked by all of them.
 */
package org.thalweg.explore;
