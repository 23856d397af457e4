/**
 * Data: from files to samples, and from the checkpoints of a run to parameters.
 *
 * <p>Reading goes in three steps. A {@code DataFile} is bytes with a name, from a path or shipped with
 * the engine, unpacked where it was packed by gzip. {@code RawSamples} are those bytes understood: a
 * pair of IDX files ({@code IdxFile}) or columns of a CSV table ({@code SampleTable}),
 * with nothing left out and nothing scaled. A {@link org.thalweg.data.Selection} takes from them the samples to train
 * on and those to test on, and scales their inputs: a {@link org.thalweg.data.DataSource} has the files, and
 * a {@link org.thalweg.data.DataSet} is what comes out.
 *
 * <p>Whatever is wrong with a file is a {@link org.thalweg.refusal.Refusal} of one line that names it. Which samples
 * are taken depends on the order of the file alone; only changed labels are random, from the seed of the data and never
 * from that of a run. The SHA-256 of all bytes read goes with the samples, and from there into the record of a run.
 *
 * <p>{@link Labels} are what is made of the labels of a file, {@link NumberTable} reads and writes numbers,
 * {@link Checkpoints} are the weights that a training kept.
 */
package org.thalweg.data;
