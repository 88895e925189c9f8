package io.vpclocal.loadbalancer.listener;

import static io.vpclocal.loadbalancer.resource.ElbParams.require;

import io.vpclocal.loadbalancer.balancer.LoadBalancerEntity;
import io.vpclocal.loadbalancer.balancer.LoadBalancerService;
import io.vpclocal.loadbalancer.resource.BalancedProtocol;
import io.vpclocal.loadbalancer.resource.ElbLimits;
import io.vpclocal.loadbalancer.resource.ElbPages;
import io.vpclocal.loadbalancer.resource.ElbParams;
import io.vpclocal.loadbalancer.resource.ElbTags;
import io.vpclocal.loadbalancer.targetgroup.TargetGroupEntity;
import io.vpclocal.loadbalancer.targetgroup.TargetGroupService;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.CommonErrors;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Certificate;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateListenerResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteListenerResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeListenersRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeListenersResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyListenerResponse;

@AwsController(AwsService.ELB)
class ListenerController {

    private final ListenerService service;
    private final LoadBalancerService loadBalancers;
    private final TargetGroupService targetGroups;
    private final ElbPages pages;

    ListenerController(
            ListenerService service,
            LoadBalancerService loadBalancers,
            TargetGroupService targetGroups,
            ElbPages pages) {
        this.service = service;
        this.loadBalancers = loadBalancers;
        this.targetGroups = targetGroups;
        this.pages = pages;
    }

    @AwsAction(
            missing = "mutual authentication, stickiness between target groups, and the check that certificates exist")
    CreateListenerResponse createListener(CreateListenerRequest request, Call call) {
        Map<String, String> tags = ElbTags.read(request.tags());
        LoadBalancerEntity loadBalancer =
                loadBalancers.lock(call.scope(), require(request.loadBalancerArn(), "loadBalancerArn"));
        BalancedProtocol protocol = protocol(request.protocolAsString());
        if (request.mutualAuthentication() != null) {
            throw CommonErrors.notHere("mutual authentication");
        }
        ListenerPlan plan = new ListenerPlan(
                protocol,
                ElbParams.inRange(request.port(), "port", 1, ElbLimits.MOST_PORT),
                ofTls(protocol, request.sslPolicy(), "A security policy"),
                ofTls(protocol, certificate(request.certificates()), "A certificate"),
                ofTls(protocol, alpn(request.alpnPolicy()), "An ALPN policy"),
                DefaultActions.read(request.defaultActions(), call.scope(), service));
        return CreateListenerResponse.builder()
                .listeners(toWire(List.of(service.create(loadBalancer, plan, tags)), call))
                .build();
    }

    @AwsAction
    DescribeListenersResponse describeListeners(DescribeListenersRequest request, Call call) {
        String loadBalancerArn = request.loadBalancerArn();
        boolean named = !request.listenerArns().isEmpty();
        if (named && loadBalancerArn != null) {
            throw ListenerErrors.arnsAndLoadBalancer();
        }
        if (!named && loadBalancerArn == null) {
            throw ListenerErrors.arnsOrLoadBalancer();
        }
        List<ListenerEntity> found = loadBalancerArn == null
                ? service.requireAll(call.scope(), request.listenerArns())
                : service.ofLoadBalancer(loadBalancers.require(call.scope(), loadBalancerArn));
        ElbPages.Page<ListenerEntity> page =
                pages.page(call, found, ListenerEntity::id, request.pageSize(), request.marker());
        return DescribeListenersResponse.builder()
                .listeners(toWire(page.items(), call))
                .nextMarker(page.nextMarker())
                .build();
    }

    @AwsAction(
            missing = "mutual authentication, stickiness between target groups, and the check that certificates exist")
    ModifyListenerResponse modifyListener(ModifyListenerRequest request, Call call) {
        if (request.mutualAuthentication() != null) {
            throw CommonErrors.notHere("mutual authentication");
        }
        ListenerEntity listener = service.lock(call.scope(), require(request.listenerArn(), "listenerArn"));
        ListenerPlan present = listener.plan();
        BalancedProtocol protocol = or(protocol(request.protocolAsString()), present.protocol());
        ListenerPlan plan = new ListenerPlan(
                protocol,
                or(ElbParams.inRange(request.port(), "port", 1, ElbLimits.MOST_PORT), present.port()),
                or(ofTls(protocol, request.sslPolicy(), "A security policy"), present.sslPolicy()),
                or(ofTls(protocol, certificate(request.certificates()), "A certificate"), present.certificateArn()),
                or(ofTls(protocol, alpn(request.alpnPolicy()), "An ALPN policy"), present.alpnPolicy()),
                request.defaultActions().isEmpty()
                        ? present.targetGroups()
                        : DefaultActions.read(request.defaultActions(), call.scope(), service));
        service.modify(listener, plan);
        return ModifyListenerResponse.builder()
                .listeners(toWire(List.of(listener), call))
                .build();
    }

    @AwsAction
    DeleteListenerResponse deleteListener(DeleteListenerRequest request, Call call) {
        service.delete(call.scope(), require(request.listenerArn(), "listenerArn"));
        return DeleteListenerResponse.builder().build();
    }

    private List<Listener> toWire(List<ListenerEntity> listeners, Call call) {
        List<String> ids = listeners.stream()
                .flatMap(listener -> listener.targetGroups().stream())
                .map(ListenerTargetGroup::targetGroupId)
                .toList();
        Map<String, TargetGroupEntity> groups = targetGroups.byId(call.scope(), ids);
        return listeners.stream().map(listener -> toWire(listener, groups)).toList();
    }

    private static Listener toWire(ListenerEntity listener, Map<String, TargetGroupEntity> groups) {
        ListenerPlan plan = listener.plan();
        Listener.Builder wire = Listener.builder()
                .listenerArn(listener.arn())
                .loadBalancerArn(listener.loadBalancerArn())
                .port(plan.port())
                .protocol(plan.protocol() == null ? null : plan.protocol().name())
                .sslPolicy(plan.sslPolicy())
                .defaultActions(DefaultActions.toWire(listener, groups));
        if (plan.certificateArn() != null) {
            wire.certificates(c -> c.certificateArn(plan.certificateArn()));
        }
        return plan.alpnPolicy() == null
                ? wire.build()
                : wire.alpnPolicy(plan.alpnPolicy()).build();
    }

    private static @Nullable BalancedProtocol protocol(@Nullable String wire) {
        return wire == null ? null : BalancedProtocol.of(wire);
    }

    private static @Nullable String certificate(List<Certificate> certificates) {
        if (certificates.size() > 1) {
            throw ListenerErrors.oneCertificate();
        }
        return certificates.isEmpty() ? null : require(certificates.get(0).certificateArn(), "certificateArn");
    }

    private static @Nullable String alpn(List<String> policies) {
        return policies.isEmpty() ? null : policies.get(0);
    }

    private static @Nullable String ofTls(@Nullable BalancedProtocol protocol, @Nullable String value, String what) {
        if (value != null && protocol != BalancedProtocol.TLS) {
            throw ListenerErrors.onlyForTls(what);
        }
        return value;
    }

    private static <T> @Nullable T or(@Nullable T wanted, @Nullable T present) {
        return wanted == null ? present : wanted;
    }
}
