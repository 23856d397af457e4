package org.thalweg.report.drawing;

/** What is drawn into one file. */
public sealed interface Drawing permits Figure, Panels {}
