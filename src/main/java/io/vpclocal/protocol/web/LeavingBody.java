package io.vpclocal.protocol.web;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A large response body that is written as the client receives it, so that slow clients block no thread. */
final class LeavingBody implements WriteListener {

    private static final Logger LOG = LoggerFactory.getLogger(LeavingBody.class);

    /** Smaller bodies, such as a page of 100 endpoints, fit into the buffers of the connection. */
    private static final int SMALL = 192 * 1024;

    private static final int BLOCK = 32 * 1024;

    private final ServletOutputStream out;
    private final AsyncContext context;
    private final byte[] body;
    private int written;

    private LeavingBody(ServletOutputStream out, AsyncContext context, byte[] body) {
        this.out = out;
        this.context = context;
        this.body = body;
    }

    /** Writes the whole body, perhaps after this method has returned. */
    static void write(HttpServletRequest request, HttpServletResponse response, byte[] body) throws IOException {
        ServletOutputStream out = response.getOutputStream();
        if (body.length <= SMALL) {
            out.write(body);
            return;
        }
        AsyncContext context = request.startAsync(request, response);
        // Tomcat ends the connection of a client that receives nothing for some time.
        context.setTimeout(0);
        out.setWriteListener(new LeavingBody(out, context, body));
    }

    @Override
    public void onWritePossible() throws IOException {
        while (out.isReady()) {
            if (written == body.length) {
                context.complete();
                return;
            }
            int count = Math.min(BLOCK, body.length - written);
            out.write(body, written, count);
            written += count;
        }
    }

    @Override
    public void onError(Throwable failure) {
        LOG.debug("The client closed the connection", failure);
        context.complete();
    }
}
