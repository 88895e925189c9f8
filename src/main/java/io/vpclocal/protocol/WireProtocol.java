package io.vpclocal.protocol;

/** How a service's requests and responses look on the wire. */
public enum WireProtocol {
    /** Form parameters in ({@code Name.1}), XML with {@code <item>} lists out. */
    EC2_QUERY,
    /** Form parameters in ({@code Name.member.1}), XML with {@code <ActionResult>} out. */
    QUERY,
    /** {@code X-Amz-Target} and a JSON body in, JSON out. */
    JSON
}
