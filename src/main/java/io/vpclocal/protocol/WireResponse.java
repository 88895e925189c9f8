package io.vpclocal.protocol;

/** An HTTP response, with the body in the service's protocol. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record WireResponse(int status, String contentType, String requestId, byte[] body) {}
