package io.vpclocal.protocol.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * Makes Tomcat close the connection of a request that is answered before its body was read, instead of reading the
 * rest.
 */
final class UnreadInput extends ValveBase {

    private static final String CLOSE = UnreadInput.class.getName();

    UnreadInput() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        Runnable close = () -> request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        request.setAttribute(CLOSE, close);
        getNext().invoke(request, response);
    }

    static void close(ServletRequest request) {
        if (request.getAttribute(CLOSE) instanceof Runnable close) {
            close.run();
        }
    }
}
