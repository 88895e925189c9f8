package io.vpclocal.protocol;

/** The protocol of a service on the wire. */
public enum WireProtocol {
    /** Requests: form parameters ({@code Name.1}). Responses: XML with {@code <item>} lists. */
    EC2_QUERY,
    /** Requests: form parameters ({@code Name.member.1}). Responses: XML with {@code <ActionResult>}. */
    QUERY,
    /** Requests: {@code X-Amz-Target} and a JSON body. Responses: JSON. */
    JSON
}
