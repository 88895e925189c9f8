package io.vpclocal.loadbalancer.tag;

import io.vpclocal.loadbalancer.balancer.LoadBalancerService;
import io.vpclocal.loadbalancer.listener.ListenerService;
import io.vpclocal.loadbalancer.resource.ElbArn;
import io.vpclocal.loadbalancer.resource.ElbEntity;
import io.vpclocal.loadbalancer.resource.ElbErrors;
import io.vpclocal.loadbalancer.resource.ElbService;
import io.vpclocal.loadbalancer.rule.RuleService;
import io.vpclocal.loadbalancer.targetgroup.TargetGroupService;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.ResourceAttributes;
import io.vpclocal.protocol.Scope;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Finds load balancers, target groups, listeners, and rules by ARN. */
@Component
class ElbResources {

    private final LoadBalancerService loadBalancers;
    private final TargetGroupService targetGroups;
    private final ListenerService listeners;
    private final RuleService rules;

    ElbResources(
            LoadBalancerService loadBalancers,
            TargetGroupService targetGroups,
            ListenerService listeners,
            RuleService rules) {
        this.loadBalancers = loadBalancers;
        this.targetGroups = targetGroups;
        this.listeners = listeners;
        this.rules = rules;
    }

    /**
     * @throws AwsException {@code ValidationError} if the text is not an ARN, or the kind's error if the resource does
     *     not exist
     */
    ElbEntity require(Scope scope, String arn) {
        return service(arn).require(scope, arn);
    }

    /** The same, locked after what must be locked before it. */
    ElbEntity lock(Scope scope, String arn) {
        return service(arn).lock(scope, arn);
    }

    private ElbService<?> service(String arn) {
        ElbArn parsed = ElbArn.parse(arn).orElseThrow(() -> ElbErrors.notAnArn(arn, "resource"));
        return switch (parsed.kind()) {
            case LOAD_BALANCER -> loadBalancers;
            case TARGET_GROUP -> targetGroups;
            case LISTENER -> listeners;
            case RULE -> rules;
        };
    }

    /** The condition keys of these resources: their tags. */
    @Configuration(proxyBeanMethods = false)
    static class Attributes {

        @Bean
        ResourceAttributes loadBalancerAttributes(LoadBalancerService service) {
            return new Tags("loadbalancer", service);
        }

        @Bean
        ResourceAttributes targetGroupAttributes(TargetGroupService service) {
            return new Tags("targetgroup", service);
        }

        @Bean
        ResourceAttributes listenerAttributes(ListenerService service) {
            return new Tags("listener", service);
        }

        @Bean
        ResourceAttributes ruleAttributes(RuleService service) {
            return new Tags("listener-rule", service);
        }
    }

    private record Tags(String resourceType, ElbService<?> service) implements ResourceAttributes {

        @Override
        public Optional<Attributes> attributes(Scope scope, String arn) {
            return ElbArn.parse(arn)
                    .flatMap(parsed -> service.find(scope, arn))
                    .map(found -> new Attributes(Map.of(), Map.copyOf(found.tags())));
        }

        @Override
        public String arn(Scope scope, String arn) {
            return arn;
        }
    }
}
