package io.vpclocal.proxy.forward;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/** Counts the bytes of an answer for flow logs. */
final class CountedResponse extends HttpServletResponseWrapper {

    private static final int STATUS_LINE = 19;
    private static final int BETWEEN = 4;

    private long written;

    CountedResponse(HttpServletResponse response) {
        super(response);
    }

    /** Head and body. */
    long bytes() {
        long head = STATUS_LINE;
        for (String name : getHeaderNames()) {
            for (String value : getHeaders(name)) {
                head += name.length() + value.length() + BETWEEN;
            }
        }
        return head + written;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        ServletOutputStream out = super.getOutputStream();
        return new ServletOutputStream() {
            @Override
            public boolean isReady() {
                return out.isReady();
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                out.setWriteListener(listener);
            }

            @Override
            public void write(int b) throws IOException {
                out.write(b);
                written++;
            }

            @Override
            public void write(byte[] bytes, int offset, int count) throws IOException {
                out.write(bytes, offset, count);
                written += count;
            }

            @Override
            public void flush() throws IOException {
                out.flush();
            }
        };
    }

    @Override
    public void reset() {
        super.reset();
        written = 0;
    }
}
