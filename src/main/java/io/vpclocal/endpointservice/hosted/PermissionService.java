package io.vpclocal.endpointservice.hosted;

import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Describe;
import io.vpclocal.resource.Describer;
import io.vpclocal.resource.MaxResults;
import io.vpclocal.resource.Page;
import io.vpclocal.resource.TagStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointServicePermissionsRequest;
import software.amazon.awssdk.services.ec2.model.Filter;

/** The permissions of hosted services. Removing a permission does not affect existing connections. */
@Service
class PermissionService {

    private static final Describe<ServicePermissionEntity> DESCRIBE = Describe.<ServicePermissionEntity>filters()
            .filter("principal", permission -> permission.principal().text())
            .filter("principal-type", permission -> permission.principal().type())
            .privateLink()
            .maxResults(MaxResults.clamped(HostedLimits.PAGE))
            .build();

    /** The set of invalid characters is our guess. */
    private static final Pattern FILTER_VALUE = Pattern.compile("[A-Za-z0-9:/_.*?\\\\-]*");

    private final HostedServiceLookup services;
    private final ServicePermissions permissions;
    private final Describer describer;
    private final TagStore tags;
    private final Ids ids;
    private final Clock clock;

    PermissionService(
            HostedServiceLookup services,
            ServicePermissions permissions,
            Describer describer,
            TagStore tags,
            Ids ids,
            Clock clock) {
        this.services = services;
        this.permissions = permissions;
        this.describer = describer;
        this.tags = tags;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Adds and removes principals. Removing an unknown principal does nothing (our guess).
     *
     * @return a permission for each principal to add, including existing ones (our guess)
     */
    List<ServicePermissionEntity> change(Scope scope, String serviceId, List<String> add, List<String> remove) {
        List<AllowedPrincipal> wanted =
                add.stream().distinct().map(AllowedPrincipal::of).toList();
        List<AllowedPrincipal> unwanted =
                remove.stream().distinct().map(AllowedPrincipal::of).toList();
        HostedServiceEntity service = services.lock(scope, serviceId);
        Map<String, ServicePermissionEntity> present = new LinkedHashMap<>();
        permissions
                .ofService(serviceId)
                .forEach(permission -> present.put(permission.principal().text(), permission));
        for (AllowedPrincipal principal : unwanted) {
            ServicePermissionEntity permission = present.remove(principal.text());
            if (permission != null) {
                delete(permission);
            }
        }
        List<ServicePermissionEntity> added = new ArrayList<>();
        for (AllowedPrincipal principal : wanted) {
            ServicePermissionEntity permission = present.get(principal.text());
            added.add(permission == null ? add(service, principal) : permission);
        }
        return added;
    }

    Page<ServicePermissionEntity> describe(Scope scope, DescribeVpcEndpointServicePermissionsRequest request) {
        HostedServiceEntity service = services.require(scope, request.serviceId());
        request.filters().forEach(PermissionService::requirePlain);
        return describer.page(
                DESCRIBE,
                permissions.ofService(service.id()),
                ServicePermissionEntity::id,
                "DescribeVpcEndpointServicePermissions" + service.id(),
                scope,
                request.filters(),
                request.maxResults(),
                request.nextToken());
    }

    void deleteAll(HostedServiceEntity service) {
        permissions.ofService(service.id()).forEach(this::delete);
    }

    private ServicePermissionEntity add(HostedServiceEntity service, AllowedPrincipal principal) {
        return permissions.save(new ServicePermissionEntity(
                service, ids.next(ServicePermissionOwner.KIND.prefix()), clock.instant(), principal));
    }

    private void delete(ServicePermissionEntity permission) {
        tags.forget(permission.scope(), permission.id());
        permissions.delete(permission);
    }

    private static void requirePlain(Filter filter) {
        if ("principal".equals(filter.name())) {
            filter.values().stream()
                    .filter(value -> !FILTER_VALUE.matcher(value).matches())
                    .findFirst()
                    .ifPresent(value -> {
                        throw HostedErrors.unsupportedCharacters(value);
                    });
        }
    }
}
