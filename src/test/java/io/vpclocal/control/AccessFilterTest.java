package io.vpclocal.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.protocol.Authenticator;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Caller;
import io.vpclocal.protocol.Scope;
import io.vpclocal.protocol.WireRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;

class AccessFilterTest {

    private static final String SIGNED = "AWS4-HMAC-SHA256 Credential=root/20260101/us-east-1/ec2/aws4_request, S=1";

    @ParameterizedTest
    @CsvSource({
        "true, true, , 200",
        "true, false, , 403",
        "true, false, Basic root, 200",
        "true, false, Basic user, 403",
        "false, true, , 404",
        "false, false, Basic root, 404"
    })
    void withoutOpenKeysOnlyRootHasAccess_andSwitchedOffNobody(
            boolean enabled, boolean open, @Nullable String credentials, int status) throws Exception {
        assertThat(send(enabled, open, "/_vpclocal/reset", credentials).getStatus())
                .isEqualTo(status);
    }

    @Test
    void healthNeedsNoCredentials() throws Exception {
        assertThat(send(false, false, "/_vpclocal/health", null).getStatus()).isEqualTo(200);
    }

    @Test
    void otherPathsPass() throws Exception {
        assertThat(send(true, false, "/", null).getStatus()).isEqualTo(200);
    }

    @Test
    void aRefusalIsJson() throws Exception {
        assertThat(send(true, false, "/_vpclocal/reset", "Basic user").getContentAsString())
                .startsWith("{\n  \"code\": \"AccessDenied\",\n  \"message\": ");
    }

    @Test
    void aSignedBodyIsVerifiedAndReachesTheController() throws Exception {
        MockFilterChain chain = new MockFilterChain();
        MockHttpServletRequest request = request("/_vpclocal/clock", SIGNED);
        request.setContent("{\"real\":true}".getBytes(StandardCharsets.UTF_8));
        filter(true, false).doFilter(request, new MockHttpServletResponse(), chain);
        assertThat(chain.getRequest()).isNotNull();
        assertThat(chain.getRequest().getReader().readLine()).isEqualTo("{\"real\":true}");
    }

    private static MockHttpServletResponse send(
            boolean enabled, boolean open, String path, @Nullable String credentials) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter(enabled, open).doFilter(request(path, credentials), response, new MockFilterChain());
        return response;
    }

    private static AccessFilter filter(boolean enabled, boolean open) {
        ControlProperties properties = new ControlProperties(enabled, 0, List.of(), List.of());
        return new AccessFilter(properties, open, DataSize.ofKilobytes(1), new Keys());
    }

    private static MockHttpServletRequest request(String path, @Nullable String credentials) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", path);
        request.setServletPath(path);
        if (credentials != null) {
            request.addHeader("Authorization", credentials);
        }
        return request;
    }

    /** Accepts a root user and another user, and only signed EC2 requests with a body. */
    private static final class Keys implements Authenticator {

        @Override
        public Authenticated authenticate(WireRequest request, AwsService service, @Nullable String action) {
            String credentials = String.valueOf(request.header("authorization"));
            boolean signed = credentials.equals(SIGNED) && service == AwsService.EC2 && request.body().length > 0;
            if (!signed && !credentials.startsWith("Basic ")) {
                throw new AwsException("MissingAuthenticationToken", "Request is missing Authentication Token", 403);
            }
            boolean root = signed || credentials.equals("Basic root");
            return new Authenticated(new Someone(root), new Scope("123456789012", "us-east-1"));
        }
    }

    private record Someone(boolean root) implements Caller {

        @Override
        public String account() {
            return "123456789012";
        }

        @Override
        public String arn() {
            return "arn:aws:iam::123456789012:user/someone";
        }

        @Override
        public String userId() {
            return "AIDASOMEONE";
        }
    }
}
