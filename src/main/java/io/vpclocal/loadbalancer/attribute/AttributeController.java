package io.vpclocal.loadbalancer.attribute;

import static io.vpclocal.loadbalancer.resource.ElbParams.require;
import static io.vpclocal.loadbalancer.resource.ElbParams.requireAny;

import io.vpclocal.loadbalancer.balancer.LoadBalancerAttributes;
import io.vpclocal.loadbalancer.balancer.LoadBalancerEntity;
import io.vpclocal.loadbalancer.balancer.LoadBalancerService;
import io.vpclocal.loadbalancer.listener.ListenerEntity;
import io.vpclocal.loadbalancer.listener.ListenerService;
import io.vpclocal.loadbalancer.targetgroup.TargetGroupAttributes;
import io.vpclocal.loadbalancer.targetgroup.TargetGroupEntity;
import io.vpclocal.loadbalancer.targetgroup.TargetGroupService;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.CommonErrors;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeListenerAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeListenerAttributesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancerAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancerAttributesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupAttributesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ListenerAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyListenerAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyListenerAttributesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyLoadBalancerAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyLoadBalancerAttributesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyTargetGroupAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyTargetGroupAttributesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupAttribute;

@AwsController(AwsService.ELB)
class AttributeController {

    private static final int MOST_ATTRIBUTES = 20;

    private final LoadBalancerService loadBalancers;
    private final TargetGroupService targetGroups;
    private final ListenerService listeners;

    AttributeController(LoadBalancerService loadBalancers, TargetGroupService targetGroups, ListenerService listeners) {
        this.loadBalancers = loadBalancers;
        this.targetGroups = targetGroups;
        this.listeners = listeners;
    }

    @AwsAction
    DescribeLoadBalancerAttributesResponse describeLoadBalancerAttributes(
            DescribeLoadBalancerAttributesRequest request, Call call) {
        LoadBalancerEntity found =
                loadBalancers.require(call.scope(), require(request.loadBalancerArn(), "loadBalancerArn"));
        return DescribeLoadBalancerAttributesResponse.builder()
                .attributes(toWire(found.allAttributes(), AttributeController::ofLoadBalancer))
                .build();
    }

    @AwsAction(missing = "the effect of the attributes other than deletion protection and cross-zone load balancing")
    ModifyLoadBalancerAttributesResponse modifyLoadBalancerAttributes(
            ModifyLoadBalancerAttributesRequest request, Call call) {
        LoadBalancerEntity found =
                loadBalancers.lock(call.scope(), require(request.loadBalancerArn(), "loadBalancerArn"));
        new AttributeChanges(LoadBalancerAttributes.of(found.type()), AttributeWords.LOAD_BALANCER)
                .apply(
                        found,
                        entries(few(request.attributes()), LoadBalancerAttribute::key, LoadBalancerAttribute::value));
        AttributeCombinations.checkLoadBalancer(found.allAttributes());
        return ModifyLoadBalancerAttributesResponse.builder()
                .attributes(toWire(found.allAttributes(), AttributeController::ofLoadBalancer))
                .build();
    }

    @AwsAction
    DescribeTargetGroupAttributesResponse describeTargetGroupAttributes(
            DescribeTargetGroupAttributesRequest request, Call call) {
        TargetGroupEntity found =
                targetGroups.require(call.scope(), require(request.targetGroupArn(), "targetGroupArn"));
        return DescribeTargetGroupAttributesResponse.builder()
                .attributes(toWire(found.allAttributes(), AttributeController::ofTargetGroup))
                .build();
    }

    @AwsAction(
            missing =
                    "the effect of the attributes other than deregistration delay, cross-zone load balancing and client IP preservation")
    ModifyTargetGroupAttributesResponse modifyTargetGroupAttributes(
            ModifyTargetGroupAttributesRequest request, Call call) {
        TargetGroupEntity found = targetGroups.lock(call.scope(), require(request.targetGroupArn(), "targetGroupArn"));
        new AttributeChanges(
                        TargetGroupAttributes.of(found.protocol(), found.targetType()),
                        AttributeWords.targetGroup(found.protocol()))
                .apply(found, entries(request.attributes(), TargetGroupAttribute::key, TargetGroupAttribute::value));
        AttributeCombinations.checkTargetGroup(found.protocol(), found.allAttributes());
        return ModifyTargetGroupAttributesResponse.builder()
                .attributes(toWire(found.allAttributes(), AttributeController::ofTargetGroup))
                .build();
    }

    @AwsAction
    DescribeListenerAttributesResponse describeListenerAttributes(
            DescribeListenerAttributesRequest request, Call call) {
        ListenerEntity found = listeners.require(call.scope(), require(request.listenerArn(), "listenerArn"));
        return DescribeListenerAttributesResponse.builder()
                .attributes(toWire(found.allAttributes(), AttributeController::ofListener))
                .build();
    }

    @AwsAction(missing = "the effect of the attributes")
    ModifyListenerAttributesResponse modifyListenerAttributes(ModifyListenerAttributesRequest request, Call call) {
        ListenerEntity found = listeners.lock(call.scope(), require(request.listenerArn(), "listenerArn"));
        new AttributeChanges(found.attributeSet(), AttributeWords.LISTENER)
                .apply(found, entries(request.attributes(), ListenerAttribute::key, ListenerAttribute::value));
        return ModifyListenerAttributesResponse.builder()
                .attributes(toWire(found.allAttributes(), AttributeController::ofListener))
                .build();
    }

    /** The model's constraint. */
    private static <T> List<T> few(List<T> attributes) {
        if (attributes.size() > MOST_ATTRIBUTES) {
            throw CommonErrors.constraint(
                    AwsService.ELB,
                    "attributes",
                    attributes,
                    "Member must have length less than or equal to " + MOST_ATTRIBUTES);
        }
        return attributes;
    }

    private static <T> List<Map.Entry<String, String>> entries(
            @Nullable List<T> attributes, Function<T, @Nullable String> key, Function<T, @Nullable String> value) {
        return requireAny(attributes, "attributes").stream()
                .map(each -> {
                    String text = value.apply(each);
                    return Map.entry(require(key.apply(each), "attributes.key"), text == null ? "" : text);
                })
                .toList();
    }

    private static <T> List<T> toWire(Map<String, String> attributes, BiFunction<String, String, T> each) {
        return attributes.entrySet().stream()
                .map(attribute -> each.apply(attribute.getKey(), attribute.getValue()))
                .toList();
    }

    private static LoadBalancerAttribute ofLoadBalancer(String key, String value) {
        return LoadBalancerAttribute.builder().key(key).value(value).build();
    }

    private static TargetGroupAttribute ofTargetGroup(String key, String value) {
        return TargetGroupAttribute.builder().key(key).value(value).build();
    }

    private static ListenerAttribute ofListener(String key, String value) {
        return ListenerAttribute.builder().key(key).value(value).build();
    }
}
