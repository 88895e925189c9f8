package io.vpclocal.protocol.web;

import io.vpclocal.protocol.ReceivedRequest;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A request body that is read as it arrives. When it is complete, the request continues as usual. */
final class ArrivingBody implements ReadListener, AsyncListener {

    private static final Logger LOG = LoggerFactory.getLogger(ArrivingBody.class);
    private static final int BLOCK = 8 * 1024;

    private final ServletInputStream in;
    private final ReceivedRequest request;
    private final AsyncContext context;
    private final long most;
    private final Refusal tooSlow;
    private final Refusal malformed;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final byte[] block = new byte[BLOCK];
    private boolean late;

    /** Writes the response to a request whose body does not arrive. */
    interface Refusal {
        void write() throws IOException;
    }

    private ArrivingBody(
            ServletInputStream in,
            ReceivedRequest request,
            AsyncContext context,
            long most,
            Refusal tooSlow,
            Refusal malformed) {
        this.in = in;
        this.request = request;
        this.context = context;
        this.most = most;
        this.tooSlow = tooSlow;
        this.malformed = malformed;
    }

    /**
     * @param most the number of bytes to keep; further bytes are read and dropped
     * @param tooSlow called when the body is incomplete after the timeout
     * @param malformed called when the body cannot be read, such as one with an invalid chunk
     */
    static void await(
            HttpServletRequest request,
            HttpServletResponse response,
            long most,
            Duration timeout,
            Refusal tooSlow,
            Refusal malformed)
            throws IOException {
        ReceivedRequest received = new ReceivedRequest(request);
        AsyncContext context = request.startAsync(received, response);
        context.setTimeout(timeout.toMillis());
        ServletInputStream in = request.getInputStream();
        ArrivingBody arriving = new ArrivingBody(in, received, context, most, tooSlow, malformed);
        context.addListener(arriving);
        in.setReadListener(arriving);
    }

    @Override
    public void onDataAvailable() throws IOException {
        while (in.isReady()) {
            int count = in.read(block);
            if (count < 0) {
                return;
            }
            body.write(block, 0, (int) Math.min(count, most - body.size()));
        }
    }

    @Override
    public void onAllDataRead() {
        request.received(body.toByteArray());
        // The timeout is for the body only, not for the action.
        context.setTimeout(0);
        context.dispatch();
    }

    @Override
    public void onError(Throwable failure) {
        try {
            malformed.write();
        } catch (IOException e) {
            LOG.debug("The client closed the connection", e);
        }
        context.complete();
    }

    @Override
    public void onTimeout(AsyncEvent event) throws IOException {
        tooSlow.write();
        late = true;
        context.complete();
    }

    /** Earlier, Tomcat would not count the request as complete, and a graceful shutdown would wait for it. */
    @Override
    public void onComplete(AsyncEvent event) {
        if (late) {
            UnreadInput.close(request);
        }
    }

    @Override
    public void onError(AsyncEvent event) {}

    @Override
    public void onStartAsync(AsyncEvent event) {}
}
