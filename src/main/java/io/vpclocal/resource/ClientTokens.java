package io.vpclocal.resource;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.Scope;
import io.vpclocal.protocol.key.Fingerprint;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Makes create actions idempotent. The same token with the same parameters returns the existing resource. Concurrent
 * calls with one token wait on the token's unique row, and the first one creates the resource.
 */
@Component
public class ClientTokens {

    private static final int LENGTH = 64;

    private final ClientTokenRepository tokens;
    private final FairLocks locks;

    ClientTokens(ClientTokenRepository tokens, FairLocks locks) {
        this.tokens = tokens;
        this.locks = locks;
    }

    /**
     * @param token as sent; null or blank creates the resource without idempotency
     * @param find looks the resource up by id; if it was deleted, the token counts as unused
     * @throws AwsException {@code IdempotentParameterMismatch} if the token was used with other parameters, {@code
     *     InvalidParameterValue} if it is empty or too long
     */
    public <T extends ResourceEntity> T once(
            Call call,
            @Nullable String token,
            SdkPojo request,
            Function<String, Optional<T>> find,
            Supplier<T> create) {
        return once(call, token, request, ResourceEntity::id, find, create);
    }

    /**
     * The same for a result that is not a resource.
     *
     * @param id the text under which {@code find} finds the result again; at most 64 characters
     */
    public <T> T once(
            Call call,
            @Nullable String token,
            SdkPojo request,
            Function<T, String> id,
            Function<String, Optional<T>> find,
            Supplier<T> create) {
        if (token == null) {
            return create.get();
        }
        requireValid(token);
        if (token.isBlank()) {
            return create.get();
        }
        Scope scope = call.scope();
        // Calls with one token run in sequence, so a rejected call never causes a retry of another.
        locks.lock(List.of(scope, call.action(), token));
        String fingerprint = Fingerprint.of(request);
        Optional<ClientTokenEntity> used =
                tokens.findByAccountAndRegionAndActionAndToken(scope.account(), scope.region(), call.action(), token);
        if (used.isPresent()) {
            if (!used.get().fingerprint().equals(fingerprint)) {
                throw new AwsException(
                        "IdempotentParameterMismatch",
                        "Arguments on this idempotent request are inconsistent with arguments used in previous"
                                + " request(s).");
            }
            Optional<T> made = find.apply(used.get().resourceId());
            if (made.isPresent()) {
                return made.get();
            }
        }
        // Flushed first: a concurrent call with the same token waits here, fails, and is retried.
        ClientTokenEntity row = used.orElseGet(
                () -> tokens.saveAndFlush(new ClientTokenEntity(scope, call.action(), token, fingerprint)));
        T made = create.get();
        row.made(id.apply(made));
        return made;
    }

    private static void requireValid(String token) {
        if (token.isEmpty() || (token.length() > LENGTH && !token.isBlank())) {
            throw new AwsException(
                    "InvalidParameterValue", "Value (" + token + ") for parameter clientToken is invalid");
        }
    }
}
