package io.vpclocal.network;

import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.RequestAttributes;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Resolves the association id that a request names to its resource.
 *
 * @param <R> the action's request
 */
public abstract class AssociationReferences<R extends SdkPojo> implements RequestAttributes {

    private final String action;
    private final Class<R> type;
    private final Function<R, @Nullable String> association;
    private final ResourceKind kind;
    private final Owner owner;

    /** Finds the id of the resource that has an association. */
    @FunctionalInterface
    protected interface Owner {
        Optional<String> of(String account, String region, String association);
    }

    /** @param action as IAM policies name it, for example {@code ec2:DisassociateVpcCidrBlock} */
    protected AssociationReferences(
            String action, Class<R> type, Function<R, @Nullable String> association, ResourceKind kind, Owner owner) {
        this.action = action;
        this.type = type;
        this.association = association;
        this.kind = kind;
        this.owner = owner;
    }

    @Override
    public final Set<String> actions() {
        return Set.of(action);
    }

    @Override
    public final Map<String, List<String>> resources(Call call, SdkPojo request) {
        Scope scope = call.scope();
        String id = type.isInstance(request) ? association.apply(type.cast(request)) : null;
        return id == null
                ? Map.of()
                : owner.of(scope.account(), scope.region(), id)
                        .map(found -> Map.of(kind.type(), List.of(found)))
                        .orElse(Map.of());
    }
}
