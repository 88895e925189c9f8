package io.vpclocal.proxy.forward;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * Lets a request decide how its connection ends. Otherwise Tomcat would add an error page to a part of an answer, and
 * answer itself when a body stops.
 */
final class ConnectionEnd extends ValveBase {

    private static final String CLOSE = ConnectionEnd.class.getName();
    private static final String ANSWER = CLOSE + ".answer";

    ConnectionEnd() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        Runnable close = () -> response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
        Runnable answer = () -> {
            response.setErrorReported();
            response.setSuspended(false);
        };
        request.setAttribute(CLOSE, close);
        request.setAttribute(ANSWER, answer);
        getNext().invoke(request, response);
    }

    /** Takes back the answer that Tomcat made when the time for a part of the body was over. */
    static void answerInstead(ServletRequest request) {
        if (request.getAttribute(ANSWER) instanceof Runnable answer) {
            answer.run();
        }
    }

    /** Closes the connection at once. */
    static void close(ServletRequest request) {
        if (request.getAttribute(CLOSE) instanceof Runnable close) {
            close.run();
        }
    }
}
