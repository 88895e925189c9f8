package io.vpclocal.gateway.place;

import io.vpclocal.protocol.Scope;
import java.net.URI;

/**
 * A network interface that calls come from.
 *
 * @param id how the emulator's own API names it: the interface's id
 * @param url what clients call
 * @param temporary whether the interface was made for it
 */
public record Place(String id, Scope scope, String networkInterfaceId, URI url, boolean temporary) {}
