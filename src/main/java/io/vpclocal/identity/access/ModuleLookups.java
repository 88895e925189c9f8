package io.vpclocal.identity.access;

import io.vpclocal.protocol.RequestAttributes;
import io.vpclocal.protocol.ResourceAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Finds the module's {@code RequestAttributes} for an action and its {@code ResourceAttributes} for a resource type.
 * The beans are looked up once, on first use.
 */
@Component
class ModuleLookups {

    private final ObjectProvider<RequestAttributes> requests;
    private final ObjectProvider<ResourceAttributes> resources;
    private final Map<String, List<RequestAttributes>> byAction = new ConcurrentHashMap<>();
    private final Map<String, Optional<ResourceAttributes>> byType = new ConcurrentHashMap<>();

    ModuleLookups(ObjectProvider<RequestAttributes> requests, ObjectProvider<ResourceAttributes> resources) {
        this.requests = requests;
        this.resources = resources;
    }

    /** @param action as policies name it, for example {@code ec2:CreateVpcEndpoint} */
    List<RequestAttributes> of(String action) {
        return byAction.computeIfAbsent(action, wanted -> requests.stream()
                .filter(module -> module.actions().contains(wanted))
                .toList());
    }

    /** @param type as in ARNs, for example {@code vpc-endpoint} */
    Optional<ResourceAttributes> owner(String type) {
        return byType.computeIfAbsent(type, wanted -> resources.stream()
                .filter(owner -> owner.resourceType().equals(wanted))
                .findFirst());
    }
}
