package io.vpclocal.proxy.caller;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/** Carries the bytes of connections that begin with CONNECT to servers that are not the emulator. */
public interface Tunnels {

    /**
     * Carries a connection to its end.
     *
     * @param requests what the client sends after the head of CONNECT
     * @param authority name and port, as CONNECT names them
     * @return false if the name is not of such a server; nothing was read or written then
     */
    boolean carry(VpcCaller caller, Socket client, InputStream requests, String authority) throws IOException;
}
