package io.vpclocal.proxy.caller;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection of a client to a caller, forwarded to the emulator's port. It keeps what the request itself does not
 * contain: its origin in the network, and the number of bytes sent.
 */
public final class CallerConnection implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(CallerConnection.class);

    private final VpcCaller caller;
    private final Socket client;
    private final Socket emulator;
    private final AtomicLong sent = new AtomicLong();
    private volatile boolean silent;

    CallerConnection(VpcCaller caller, Socket client, Socket emulator) {
        this.caller = caller;
        this.client = client;
        this.emulator = emulator;
    }

    public VpcCaller caller() {
        return caller;
    }

    /** The client's port, used as the ephemeral port of the interface. */
    public int sourcePort() {
        return client.getPort();
    }

    /** Bytes that the client sent since the last call. */
    public long takeSent() {
        return sent.getAndSet(0);
    }

    /** From now on, answers do not reach the client. */
    void silence() {
        silent = true;
    }

    void passRequests(InputStream from) {
        try {
            OutputStream to = emulator.getOutputStream();
            pass(from, to, false);
            emulator.shutdownOutput();
        } catch (IOException e) {
            LOG.debug("A client of {} is gone", caller.id(), e);
            close();
        }
    }

    void passAnswers() {
        try {
            pass(emulator.getInputStream(), client.getOutputStream(), true);
            if (!silent) {
                close();
            }
        } catch (IOException e) {
            LOG.debug("A connection to {} was closed", caller.id(), e);
            close();
        }
    }

    private void pass(InputStream from, OutputStream to, boolean answers) throws IOException {
        byte[] buffer = new byte[32 * 1024];
        for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
            if (!answers) {
                sent.addAndGet(count);
            }
            if (!(answers && silent)) {
                to.write(buffer, 0, count);
                to.flush();
            }
        }
    }

    @Override
    public void close() {
        for (Socket socket : new Socket[] {client, emulator}) {
            try {
                socket.close();
            } catch (IOException e) {
                LOG.debug("A connection to {} was closed already", caller.id(), e);
            }
        }
    }
}
