package io.vpclocal.proxy.caller;

import io.vpclocal.protocol.Scope;
import java.net.URI;

/**
 * A network interface that calls come from.
 *
 * @param id the id in the control API: that of the interface
 * @param url the URL that clients call
 * @param temporary whether the interface was made for it
 */
public record VpcCaller(String id, Scope scope, String networkInterfaceId, URI url, boolean temporary) {}
