package io.vpclocal.proxy.forward;

import io.vpclocal.protocol.WireRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The body of a refused request with {@code Expect: 100-continue}. Boto3 and the AWS CLI understand a final answer before
 * the body only with a reason phrase, which Tomcat does not send. So the body is requested and dropped first.
 */
final class ExpectedBody {

    private static final Logger LOG = LoggerFactory.getLogger(ExpectedBody.class);

    private ExpectedBody() {}

    /** Larger bodies are not worth the wait: these clients see a closed connection. */
    static void drop(WireRequest head, InputStream body) {
        String expect = head.header("expect");
        String length = head.header("content-length");
        if (expect == null
                || length == null
                || !length.matches("\\d{1,15}")
                || Long.parseLong(length) > CallForwarding.LARGEST_BODY) {
            return;
        }
        try {
            body.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            LOG.debug("The body of a refused request did not come", e);
        }
    }
}
