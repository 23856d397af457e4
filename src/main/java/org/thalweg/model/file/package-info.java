/**
 * Model files: YAML in, a {@link org.thalweg.model.Setting} out, or every problem of the file at once.
 *
 * <p>Reading goes in four steps. The bytes become text (a file that is missing, binary or not UTF-8 ends here). The
 * text becomes a tree of YAML nodes that know their places (a syntax error ends here). Assignments from the command
 * line are written into the tree. Then the tree is read part by part with types; every problem is collected with its
 * place, a broken part is replaced by a stand-in, and the reading goes on, so that a person mends a file in one round.
 *
 * <p>{@link ModelFile} is a file that was read, with its {@link SweepDefaults}, {@link TrainDefaults} and
 * {@link ReferenceTable}; {@link Schema} lists the keys, and {@link ModelNumbers} puts other numbers into a
 * file. The tree and the problems are in {@code model.file.yaml}.
 */
package org.thalweg.model.file;
