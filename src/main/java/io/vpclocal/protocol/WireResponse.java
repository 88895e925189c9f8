package io.vpclocal.protocol;

/** What goes back: the body already in the service's own form. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record WireResponse(int status, String contentType, String requestId, byte[] body) {}
