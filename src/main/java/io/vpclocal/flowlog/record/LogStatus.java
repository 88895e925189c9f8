package io.vpclocal.flowlog.record;

/** The {@code log-status} of a record. */
public enum LogStatus {
    OK,
    /** No traffic in the window. */
    NODATA,
    /** Records of the window were lost. */
    SKIPDATA
}
