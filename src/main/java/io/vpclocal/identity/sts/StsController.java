package io.vpclocal.identity.sts;

import io.vpclocal.identity.access.AuthorizationMessages;
import io.vpclocal.identity.access.MfaCheck;
import io.vpclocal.identity.caller.Principal;
import io.vpclocal.identity.caller.SessionContent;
import io.vpclocal.identity.iam.directory.IamDirectory;
import io.vpclocal.identity.iam.user.AccessKeyIds;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.DecodeAuthorizationMessageRequest;
import software.amazon.awssdk.services.sts.model.DecodeAuthorizationMessageResponse;
import software.amazon.awssdk.services.sts.model.GetAccessKeyInfoRequest;
import software.amazon.awssdk.services.sts.model.GetAccessKeyInfoResponse;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;
import software.amazon.awssdk.services.sts.model.GetFederationTokenRequest;
import software.amazon.awssdk.services.sts.model.GetFederationTokenResponse;
import software.amazon.awssdk.services.sts.model.GetSessionTokenRequest;
import software.amazon.awssdk.services.sts.model.GetSessionTokenResponse;

@AwsController(AwsService.STS)
class StsController {

    private final IamDirectory directory;
    private final Sessions sessions;
    private final MfaCheck mfaCheck;
    private final AuthorizationMessages messages;

    StsController(IamDirectory directory, Sessions sessions, MfaCheck mfaCheck, AuthorizationMessages messages) {
        this.directory = directory;
        this.sessions = sessions;
        this.mfaCheck = mfaCheck;
        this.messages = messages;
    }

    @AwsAction
    GetCallerIdentityResponse getCallerIdentity(GetCallerIdentityRequest request, Call call) {
        return GetCallerIdentityResponse.builder()
                .userId(call.caller().userId())
                .account(call.caller().account())
                .arn(call.caller().arn())
                .build();
    }

    @AwsAction
    GetSessionTokenResponse getSessionToken(GetSessionTokenRequest request, Call call) {
        Principal caller = Principal.of(call);
        Sessions.Start start = Sessions.Start.ofUser(
                SessionContent.Kind.OWN,
                caller.home(),
                principalId(caller),
                null,
                tokenDuration(request.durationSeconds(), caller),
                new SessionParams(List.of(), List.of(), Map.of(), List.of(), null));
        boolean mfa = mfaCheck.use(caller, request.serialNumber(), request.tokenCode());
        Credentials credentials = sessions.issue(mfa ? start.withMfa() : start);
        return GetSessionTokenResponse.builder().credentials(credentials).build();
    }

    @AwsAction
    GetFederationTokenResponse getFederationToken(GetFederationTokenRequest request, Call call) {
        Principal caller = Principal.of(call);
        String name = request.name();
        SessionParams params = SessionParams.of(
                directory, caller.home(), request.policy(), request.policyArns(), request.tags(), List.of());
        Credentials credentials = sessions.issue(Sessions.Start.ofUser(
                SessionContent.Kind.FEDERATED,
                caller.home(),
                principalId(caller),
                name,
                tokenDuration(request.durationSeconds(), caller),
                params));
        return GetFederationTokenResponse.builder()
                .credentials(credentials)
                .federatedUser(user -> user.federatedUserId(caller.account() + ":" + name)
                        .arn(caller.home().stsArn("federated-user/" + name)))
                // Unlike AssumeRole, it returns 0 if there are no policies or tags (recorded from AWS).
                .packedPolicySize(Objects.requireNonNullElse(params.packedPercent(), 0))
                .build();
    }

    @AwsAction
    GetAccessKeyInfoResponse getAccessKeyInfo(GetAccessKeyInfoRequest request) {
        return GetAccessKeyInfoResponse.builder()
                .account(AccessKeyIds.account(request.accessKeyId()).orElseThrow(StsErrors::invalidAccessKeyId))
                .build();
    }

    @AwsAction
    DecodeAuthorizationMessageResponse decodeAuthorizationMessage(DecodeAuthorizationMessageRequest request) {
        return DecodeAuthorizationMessageResponse.builder()
                .decodedMessage(messages.decode(request.encodedMessage()).orElseThrow(StsErrors::invalidMessage))
                .build();
    }

    private static @Nullable String principalId(Principal caller) {
        return caller.root() ? null : caller.userId();
    }

    /** Tokens of root users last at most one hour, even if a longer duration is requested. */
    private static int tokenDuration(@Nullable Integer asked, Principal caller) {
        int seconds = Objects.requireNonNullElse(asked, StsLimits.DEFAULT_TOKEN);
        return caller.root() ? Math.min(seconds, StsLimits.LONGEST_ROOT_TOKEN) : seconds;
    }
}
