package io.vpclocal.protocol.web;

import io.vpclocal.protocol.CommonErrors;
import io.vpclocal.protocol.WireRequest;
import io.vpclocal.protocol.WireResponse;
import io.vpclocal.protocol.dispatch.Dispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The HTTP endpoint of all AWS services, at the root path. It is a separate servlet because SDK calls do not need
 * Spring MVC's handler mappings, argument resolvers and converters.
 */
class WireServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Dispatcher dispatcher;
    private final long maxBody;

    WireServlet(Dispatcher dispatcher, ProtocolProperties properties) {
        this.dispatcher = dispatcher;
        this.maxBody = properties.maxBodySize().toBytes();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request, response);
    }

    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = request.getInputStream().readNBytes((int) Math.min(maxBody + 1, Integer.MAX_VALUE));
        WireResponse answer = body.length > maxBody
                ? dispatcher.refuse(WireRequest.of(request, new byte[0]), CommonErrors.bodyTooLarge(maxBody))
                : dispatcher.handle(WireRequest.of(request, body));
        response.setStatus(answer.status());
        response.setHeader("Content-Type", answer.contentType());
        response.setHeader("x-amzn-RequestId", answer.requestId());
        response.setHeader("Cache-Control", "no-cache, no-store");
        response.setContentLength(answer.body().length);
        LeavingBody.write(request, response, answer.body());
    }
}
