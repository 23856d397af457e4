/**
 * YAML as a tree that knows its places, read with types.
 *
 * <p>The bytes of a {@link Source} become text, within {@link YamlLimits}; the text becomes a {@link YamlTree}. {@link
 * NodeFields} are the fields of one of its mappings, {@link Values} and {@link TableText} what stands in them.
 *
 * <p>A {@link Problem} is one line: {@code file:line:column: what; remedy}. Columns of formulas are mapped into the
 * file. {@link Problems} collects them, and {@link ModelFileException} has every one of a file that was not read.
 * {@link UncheckedFields} read what another version wrote.
 */
package org.thalweg.model.file.yaml;
