package org.thalweg.model.surface;

import java.util.function.Supplier;

/**
 * A kind of surface from outside of this project: a class with a public constructor, and its name as a line in {@code
 * META-INF/services/org.thalweg.model.surface.SurfaceExtension} of the class path ({@link java.util.ServiceLoader}).
 */
public interface SurfaceExtension extends Supplier<SurfaceKind> {}
