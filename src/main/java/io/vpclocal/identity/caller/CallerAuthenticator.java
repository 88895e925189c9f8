package io.vpclocal.identity.caller;

import io.vpclocal.identity.ChunkSignatures;
import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.identity.iam.lastuse.LastUses;
import io.vpclocal.identity.iam.user.AccessKeyIds;
import io.vpclocal.identity.signature.BasicCredential;
import io.vpclocal.identity.signature.ClaimedSignature;
import io.vpclocal.identity.signature.ExpectedScope;
import io.vpclocal.identity.signature.RefusedSignatureException;
import io.vpclocal.identity.signature.SigV4Verifier;
import io.vpclocal.identity.signature.SignatureErrors;
import io.vpclocal.identity.signature.SignatureFailure;
import io.vpclocal.identity.signature.SignedRequest;
import io.vpclocal.identity.signature.SigningScope;
import io.vpclocal.identity.signature.WireError;
import io.vpclocal.protocol.Authenticator;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Scope;
import io.vpclocal.protocol.WireRequest;
import io.vpclocal.protocol.clock.EmulatorClock;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Authenticates callers. A key in AWS's form must have been created here and must have signed the request. Any other
 * key is an open key: it stands for the root user of the account with that number, or else of account 000000000000.
 * Open keys can be turned off.
 */
@Component
class CallerAuthenticator implements Authenticator {

    private static final String COMMON_ACCOUNT = "000000000000";
    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
    private static final Pattern REGION = Pattern.compile("[a-z]{2}[a-z0-9-]{1,28}");
    private static final Pattern REGION_PARAMETER = Pattern.compile("(?:^|&)X-Amz-Region=([a-z0-9-]+)");

    /** These calls are unsigned, so a missing signature is not an error. */
    private static final Set<String> BY_IDENTITY_PROVIDER = Set.of("AssumeRoleWithWebIdentity", "AssumeRoleWithSAML");

    private static final Pattern ROLE = Pattern.compile("RoleArn[\"=:\\s]+arn:[a-z-]+:iam::(\\d{12}):role");

    private final SigV4Verifier verifier = new SigV4Verifier();
    private final Principals principals;
    private final SessionTokens tokens;
    private final LastUses lastUses;
    private final IdentityProperties properties;
    private final EmulatorClock clock;
    private final String defaultRegion;

    CallerAuthenticator(
            Principals principals,
            SessionTokens tokens,
            LastUses lastUses,
            IdentityProperties properties,
            EmulatorClock clock,
            @Value("${vpclocal.protocol.default-region:us-east-1}") String defaultRegion) {
        this.principals = principals;
        this.tokens = tokens;
        this.lastUses = lastUses;
        this.properties = properties;
        this.clock = clock;
        this.defaultRegion = defaultRegion;
    }

    @Override
    public Authenticated authenticate(WireRequest wire, AwsService service, @Nullable String action) {
        if (service == AwsService.STS && action != null && BY_IDENTITY_PROVIDER.contains(action)) {
            return unsigned(wire);
        }
        SignedRequest request =
                new SignedRequest(wire.method(), wire.path(), wire.query(), wire.headers(), wire.body());
        try {
            Optional<BasicCredential> basic = BasicCredential.parse(request);
            return basic.isPresent()
                    ? basic(basic.get(), wire, service.signingName())
                    : prove(request, service.signingName(), null).who();
        } catch (RefusedSignatureException e) {
            WireError error = SignatureErrors.of(e.failure(), family(service));
            throw new AwsException(error.code(), error.message(), error.status());
        }
    }

    private static String form(WireRequest wire) {
        return wire.query() + "&" + new String(wire.body(), StandardCharsets.UTF_8);
    }

    /** An anonymous caller in the account of the role. The token in the request proves who it is. */
    private Authenticated unsigned(WireRequest wire) {
        Matcher role = ROLE.matcher(form(wire).replace("%3A", ":").replace("%3a", ":"));
        boolean named = role.find();
        Scope scope = new Scope(named ? role.group(1) : COMMON_ACCOUNT, defaultRegion);
        return new Authenticated(Principal.anonymous(IamScope.of(scope)), scope);
    }

    /** @param chunks verifies a body sent in signed chunks; null for open keys */
    record Proof(Authenticated who, @Nullable ChunkSignatures chunks) {}

    /**
     * @param payload the payload hash that the client states, as Amazon S3's clients do; null for the body's hash
     * @throws RefusedSignatureException if the key, the signature, the token or the date is not acceptable
     */
    Proof prove(SignedRequest request, String service, @Nullable String payload) {
        Optional<SigningScope> peeked = SigningScope.peek(request);
        if (peeked.isPresent() && open(peeked.get().accessKeyId())) {
            return new Proof(root(peeked.get().accessKeyId(), peeked.get().region()), null);
        }
        // Clients sign with the machine's time, not with the emulator's.
        Instant machineTime = clock.instant().minus(clock.shift());
        ClaimedSignature claimed = verifier.read(request, new ExpectedScope(null, service), machineTime);
        SigningScope scope = claimed.scope();
        Scope place = place(scope.region());
        Principals.Signer signer = signer(scope.accessKeyId(), claimed.sessionToken(), place.partition());
        ChunkSignatures chunks = verifier.verify(request, claimed, signer.secret(), payload);
        return new Proof(authenticated(signer.principal(), scope.region(), service), chunks);
    }

    Authenticated basic(BasicCredential basic, WireRequest wire, String service) {
        Matcher parameter = REGION_PARAMETER.matcher(wire.query());
        String header = wire.header("x-amz-region");
        String region = header != null ? header : parameter.find() ? parameter.group(1) : defaultRegion;
        if (open(basic.accessKeyId())) {
            return root(basic.accessKeyId(), region);
        }
        Principals.Signer signer =
                signer(basic.accessKeyId(), basic.sessionToken(), place(region).partition());
        basic.verify(signer.secret());
        return authenticated(signer.principal(), region, service);
    }

    boolean open(String keyId) {
        return properties.openRootKeys() && !AccessKeyIds.wellFormed(keyId);
    }

    static Authenticated root(String keyId, String region) {
        String account = ACCOUNT.matcher(keyId).matches() ? keyId : COMMON_ACCOUNT;
        Scope scope = new Scope(account, place(region).region());
        return new Authenticated(Principal.root(IamScope.of(scope), keyId, null), scope);
    }

    private Authenticated authenticated(Principal principal, String region, String service) {
        LastUses.Use use = new LastUses.Use(clock.instant(), service, region);
        SessionContent session = principal.session();
        if (session == null) {
            lastUses.used(principal.keyId(), principal.account(), use);
        } else if (session.kind() == SessionContent.Kind.ROLE && session.principalId() != null) {
            lastUses.used(session.principalId(), session.account(), use);
        }
        return new Authenticated(principal, new Scope(principal.account(), region));
    }

    private Principals.Signer signer(String keyId, @Nullable String sessionToken, String partition) {
        Optional<Principals.Signer> signer = sessionToken == null
                ? AccessKeyIds.account(keyId)
                        .flatMap(account -> principals.signer(new IamScope(partition, account), keyId))
                : Optional.of(session(keyId, sessionToken))
                        .filter(session -> session.partition().equals(partition))
                        .flatMap(principals::signer);
        return signer.orElseThrow(() -> new RefusedSignatureException(SignatureFailure.unknownAccessKey()));
    }

    private SessionContent session(String keyId, String token) {
        SessionContent session = tokens.decrypt(token)
                .filter(content -> content.keyId().equals(keyId))
                .orElseThrow(() -> new RefusedSignatureException(SignatureFailure.brokenSessionToken()));
        if (session.expiresAt() <= clock.instant().getEpochSecond()) {
            throw new RefusedSignatureException(SignatureFailure.expiredSessionToken());
        }
        return session;
    }

    /** The partition does not depend on the account. */
    private static Scope place(String region) {
        if (!REGION.matcher(region).matches()) {
            throw new RefusedSignatureException(SignatureFailure.regionNotEnabled());
        }
        return new Scope(COMMON_ACCOUNT, region);
    }

    private static SignatureErrors.Family family(AwsService service) {
        return switch (service.protocol()) {
            case EC2_QUERY -> SignatureErrors.Family.EC2;
            case QUERY -> SignatureErrors.Family.QUERY;
            case JSON -> SignatureErrors.Family.JSON;
        };
    }
}
