package io.vpclocal.loadbalancer;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.ResourceAttributes;
import io.vpclocal.protocol.Scope;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Finds load balancers, target groups and listeners alike by their ARNs. */
@Component
class ElbResources {

    private final LoadBalancerService loadBalancers;
    private final TargetGroupService targetGroups;
    private final ListenerService listeners;

    ElbResources(LoadBalancerService loadBalancers, TargetGroupService targetGroups, ListenerService listeners) {
        this.loadBalancers = loadBalancers;
        this.targetGroups = targetGroups;
        this.listeners = listeners;
    }

    /** @throws AwsException {@code ValidationError} for what is no ARN, or the kind's error if there is no such thing */
    ElbResource require(Scope scope, String arn) {
        return switch (kind(arn)) {
            case LOAD_BALANCER -> loadBalancers.require(scope, arn);
            case TARGET_GROUP -> targetGroups.require(scope, arn);
            case LISTENER -> listeners.require(scope, arn);
        };
    }

    /** The same, held together with what must be held before it. */
    ElbResource lock(Scope scope, String arn) {
        return switch (kind(arn)) {
            case LOAD_BALANCER -> loadBalancers.lock(scope, arn);
            case TARGET_GROUP -> targetGroups.lock(scope, arn);
            case LISTENER -> listeners.lock(scope, arn);
        };
    }

    private static ElbArn.Kind kind(String arn) {
        return ElbArn.parse(arn).map(ElbArn::kind).orElseThrow(() -> ElbErrors.notAnArn(arn, "resource"));
    }

    /** What policies may ask of these resources: their tags. */
    @Configuration(proxyBeanMethods = false)
    static class Attributes {

        @Bean
        ResourceAttributes loadBalancerAttributes(LoadBalancerService service) {
            return new Tags("loadbalancer", service::find);
        }

        @Bean
        ResourceAttributes targetGroupAttributes(TargetGroupService service) {
            return new Tags("targetgroup", service::find);
        }

        @Bean
        ResourceAttributes listenerAttributes(ListenerService service) {
            return new Tags("listener", service::find);
        }
    }

    private record Tags(String resourceType, BiFunction<Scope, String, Optional<? extends ElbResource>> find)
            implements ResourceAttributes {

        @Override
        public Optional<Attributes> attributes(Scope scope, String arn) {
            return ElbArn.parse(arn)
                    .flatMap(parsed -> find.apply(scope, arn))
                    .map(found -> new Attributes(Map.of(), Map.copyOf(found.tags())));
        }

        @Override
        public String arn(Scope scope, String arn) {
            return arn;
        }
    }
}
