package io.vpclocal.protocol;

/** Distinguishes the emulator's classes from library classes. */
public final class ApplicationClasses {

    /** The root package. */
    public static final String ROOT = "io.vpclocal";

    private ApplicationClasses() {}

    /** Reading the annotations of a library class would load all of them. */
    public static boolean contain(Class<?> type) {
        return type.getName().startsWith(ROOT + ".");
    }
}
