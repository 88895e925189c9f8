package io.vpclocal.identity.access;

import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.RequestAttributes;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import software.amazon.awssdk.core.SdkPojo;

/** All permission checks of one call: its action on each resource, and its dependent actions. */
@Component
class Checks {

    private final Map<AwsService, Targets> targets = new EnumMap<>(AwsService.class);
    private final ConditionKeys keys;
    private final TrustChecks trust;
    private final FederatedChecks federated;
    private final DependentChecks dependents;
    private final ModuleLookups modules;

    Checks(
            List<Targets> targets,
            ConditionKeys keys,
            TrustChecks trust,
            FederatedChecks federated,
            DependentChecks dependents,
            ModuleLookups modules) {
        targets.forEach(each -> this.targets.put(each.service(), each));
        this.keys = keys;
        this.trust = trust;
        this.federated = federated;
        this.dependents = dependents;
        this.modules = modules;
    }

    List<Check> of(Call call, ActionRule rule, SdkPojo sent) {
        switch (rule.action()) {
            case "sts:AssumeRole" -> {
                return trust.of(call, rule, sent);
            }
            case FederatedChecks.WEB_IDENTITY, FederatedChecks.SAML -> {
                return federated.of(call, rule, sent);
            }
            default -> {}
        }
        SdkPojo request = complete(call, rule, sent);
        boolean onResources = !rule.resources().isEmpty() || rule.action().equals("logs:DescribeLogGroups");
        List<Check> checks = new ArrayList<>();
        for (Target target : targets(call.service()).of(call, rule, request)) {
            checks.add(Check.of(
                    rule, target, onResources, SingletonSupplier.of(() -> keys.of(call, rule, target, request))));
        }
        checks.addAll(dependents.of(call, rule, new RequestMembers(request), checks));
        return checks;
    }

    private SdkPojo complete(Call call, ActionRule rule, SdkPojo sent) {
        SdkPojo request = sent;
        for (RequestAttributes module : modules.of(rule.action())) {
            request = module.complete(call, request);
        }
        return request;
    }

    /** Another form of the ARN that the check also accepts; null for most resources. */
    static @Nullable Target alternative(Call call, Target target) {
        boolean tagging = call.service() == AwsService.LOGS
                && (call.action().endsWith("TagResource")
                        || call.action().equals("UntagResource")
                        || call.action().equals("ListTagsForResource"));
        String suffix = ":log-stream:";
        return tagging && target.arn().endsWith(suffix)
                ? new Target(
                        target.type(),
                        target.arn().substring(0, target.arn().length() - suffix.length()),
                        target.attributes())
                : null;
    }

    private Targets targets(AwsService service) {
        return Objects.requireNonNull(targets.get(service));
    }
}
