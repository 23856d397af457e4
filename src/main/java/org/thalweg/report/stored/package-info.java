/**
 * Runs read back from their folders, for pages and notebooks.
 */
package org.thalweg.report.stored;
