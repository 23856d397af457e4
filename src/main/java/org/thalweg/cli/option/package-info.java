/**
 * Options shared by commands, the models they name, and limits checked before work begins.
 */
package org.thalweg.cli.option;
