package io.vpclocal.protocol;

import jakarta.servlet.http.HttpServletRequest;

/** Knows Host names that are valid for some requests, although they are not names of this machine. */
public interface KnownHosts {

    /** @param host the value of the request's Host header, with or without a port */
    boolean knows(HttpServletRequest request, String host);
}
