package io.vpclocal.identity.access;

import io.vpclocal.identity.caller.Principal;
import io.vpclocal.identity.caller.SessionContent;
import io.vpclocal.identity.policy.RequestContext;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.WireRequest;
import java.time.Instant;
import java.util.List;

/** The global condition keys of every request (IAM User Guide, "AWS global condition context keys"). */
public final class GlobalKeys {

    private GlobalKeys() {}

    static RequestContext.Builder of(Call call, Principal principal, String action) {
        return of(call.wire(), call.receivedAt(), call.scope().region(), principal, action);
    }

    /** The same for a forwarded call. */
    public static RequestContext.Builder of(
            WireRequest wire, Instant receivedAt, String region, Principal principal, String action) {
        RequestContext.Builder question = RequestContext.of(principal.who(), action)
                .time(receivedAt)
                .key("aws:RequestedRegion", region)
                .key("aws:SecureTransport", wire.secure())
                .key("aws:SourceIp", wire.remoteAddress())
                .key("aws:ViaAWSService", false);
        String agent = wire.header("user-agent");
        if (agent != null) {
            question.key("aws:UserAgent", agent);
        }
        String referer = wire.header("referer");
        if (referer != null) {
            question.key("aws:Referer", referer);
        }
        principal.permissions().tags().forEach((key, value) -> question.key("aws:PrincipalTag/" + key, value));
        SessionContent session = principal.session();
        if (session != null) {
            question.key(
                            "aws:TokenIssueTime",
                            Instant.ofEpochSecond(session.issuedAt()).toString())
                    .key("aws:MultiFactorAuthPresent", session.mfaAt() != null);
            if (session.mfaAt() != null) {
                question.key("aws:MultiFactorAuthAge", receivedAt.getEpochSecond() - session.mfaAt());
            }
            session.keys().forEach((key, values) -> put(question, key, values));
            if (session.sourceIdentity() != null) {
                question.key("aws:SourceIdentity", session.sourceIdentity());
            }
        }
        return CallOrigin.current().describe(question);
    }

    private static void put(RequestContext.Builder question, String key, List<String> values) {
        if (values.size() == 1) {
            question.key(key, values.get(0));
        } else {
            question.keys(key, values);
        }
    }
}
