package io.vpclocal.control;

/** The version of VPC Local. */
public final class ProductVersion {

    private ProductVersion() {}

    /** The version in the jar's manifest; {@code development} if run from classes. */
    public static String text() {
        String version = ProductVersion.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
