package io.vpclocal.gateway.forward;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/** Lets a request close its connection. Otherwise Tomcat would add an error page to a part of an answer. */
final class ConnectionEnd extends ValveBase {

    private static final String CLOSE = ConnectionEnd.class.getName();

    ConnectionEnd() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        Runnable close = () -> response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
        request.setAttribute(CLOSE, close);
        getNext().invoke(request, response);
    }

    static void close(ServletRequest request) {
        if (request.getAttribute(CLOSE) instanceof Runnable close) {
            close.run();
        }
    }
}
