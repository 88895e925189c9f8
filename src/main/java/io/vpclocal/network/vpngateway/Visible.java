package io.vpclocal.network.vpngateway;

import io.vpclocal.resource.ResourceKind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Selects the gateways of a description. */
public final class Visible {

    private Visible() {}

    /** The gateways with the ids, or all without ids. @throws AwsException if one is malformed or does not exist */
    public static <T extends DeletableEntity> List<T> named(ResourceKind kind, List<T> all, List<String> ids) {
        if (ids.isEmpty()) {
            return all;
        }
        ids.stream().filter(id -> !kind.wellFormed(id)).findFirst().ifPresent(id -> {
            throw kind.malformed(id);
        });
        Set<String> missing = new LinkedHashSet<>(ids);
        all.forEach(gateway -> missing.remove(gateway.id()));
        if (!missing.isEmpty()) {
            throw kind.notFound(missing);
        }
        return all.stream().filter(gateway -> ids.contains(gateway.id())).toList();
    }
}
