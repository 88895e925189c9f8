package io.vpclocal.protocol;

/** Tells the emulator's own classes from those of its libraries. */
public final class ApplicationClasses {

    /** The package that all others are in. */
    public static final String ROOT = "io.vpclocal";

    private ApplicationClasses() {}

    /** To ask a class of a library for its annotations would load and prepare them all. */
    public static boolean contain(Class<?> type) {
        return type.getName().startsWith(ROOT + ".");
    }
}
