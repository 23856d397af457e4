/**
 * What a person sees: results, tables, progress, and what an interruption says.
 */
package org.thalweg.cli.screen;
