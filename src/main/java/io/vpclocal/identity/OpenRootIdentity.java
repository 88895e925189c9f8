package io.vpclocal.identity;

import io.vpclocal.protocol.Authenticator;
import io.vpclocal.protocol.Authorizer;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.Caller;
import io.vpclocal.protocol.Scope;
import io.vpclocal.protocol.WireRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.SdkPojo;

/** Takes every caller for the root of an account: the one whose number is the access key, else 000000000000. */
@Component
class OpenRootIdentity implements Authenticator, Authorizer {

    private static final Pattern CREDENTIAL = Pattern.compile("Credential=([^/\\s]+)/\\d{8}/([^/\\s]+)/");
    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");

    @Override
    public Authenticated authenticate(WireRequest request, AwsService service) {
        String header = Objects.requireNonNullElse(request.header("authorization"), "");
        String query = request.query().replace("%2F", "/").replace("X-Amz-Credential", "Credential");
        Matcher signed = CREDENTIAL.matcher(header.isEmpty() ? query : header);
        if (signed.find()) {
            return root(signed.group(1), signed.group(2));
        }
        if (header.startsWith("Basic ")) {
            String pair =
                    new String(Base64.getDecoder().decode(header.substring(6).strip()), StandardCharsets.UTF_8);
            return root(pair.substring(0, Math.max(0, pair.indexOf(':'))), "us-east-1");
        }
        throw new AwsException("MissingAuthenticationToken", "Request is missing Authentication Token", 403);
    }

    @Override
    public void authorize(Call call, SdkPojo request) {
        // Root may do everything.
    }

    private static Authenticated root(String key, String region) {
        String account = ACCOUNT.matcher(key).matches() ? key : "000000000000";
        return new Authenticated(new Root(account), new Scope(account, region));
    }

    private record Root(String account) implements Caller {

        @Override
        public String arn() {
            return "arn:aws:iam::" + account + ":root";
        }

        @Override
        public String userId() {
            return account;
        }

        @Override
        public boolean root() {
            return true;
        }
    }
}
