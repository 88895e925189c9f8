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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
    private final ListenerRequests requests;
    private final ElbPages pages;

    ListenerController(
            ListenerService service,
            LoadBalancerService loadBalancers,
            TargetGroupService targetGroups,
            ListenerRequests requests,
            ElbPages pages) {
        this.service = service;
        this.loadBalancers = loadBalancers;
        this.targetGroups = targetGroups;
        this.requests = requests;
        this.pages = pages;
    }

    @AwsAction(missing = "trust stores, the check that certificates exist, and what happens to HTTP requests")
    CreateListenerResponse createListener(CreateListenerRequest request, Call call) {
        Map<String, String> tags = ElbTags.read(request.tags());
        LoadBalancerEntity loadBalancer =
                loadBalancers.lock(call.scope(), require(request.loadBalancerArn(), "loadBalancerArn"));
        BalancedProtocol protocol = ListenerRequests.protocol(request.protocolAsString());
        ListenerPlan plan = new ListenerPlan(
                protocol,
                ElbParams.inRange(request.port(), "port", 1, ElbLimits.MOST_PORT),
                requests.tls(request, protocol, call.scope()),
                DefaultActions.read(request.defaultActions(), loadBalancer, protocol, service));
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

    @AwsAction(missing = "trust stores, the check that certificates exist, and what happens to HTTP requests")
    ModifyListenerResponse modifyListener(ModifyListenerRequest request, Call call) {
        ListenerEntity listener = service.lock(call.scope(), require(request.listenerArn(), "listenerArn"));
        LoadBalancerEntity loadBalancer = loadBalancers.require(call.scope(), listener.loadBalancerArn());
        ListenerPlan present = listener.plan();
        BalancedProtocol protocol = or(ListenerRequests.protocol(request.protocolAsString()), present.protocol());
        ListenerPlan plan = new ListenerPlan(
                protocol,
                or(ElbParams.inRange(request.port(), "port", 1, ElbLimits.MOST_PORT), present.port()),
                requests.tls(request, protocol, call.scope()).or(present.tls()),
                request.defaultActions().isEmpty()
                        ? present.actions()
                        : DefaultActions.read(request.defaultActions(), loadBalancer, protocol, service));
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
        ListenerPlan.Tls tls = plan.tls();
        Listener.Builder wire = Listener.builder()
                .listenerArn(listener.arn())
                .loadBalancerArn(listener.loadBalancerArn())
                .port(plan.port())
                .protocol(plan.protocol() == null ? null : plan.protocol().name())
                .sslPolicy(tls.sslPolicy())
                .defaultActions(DefaultActions.toWire(listener, groups));
        if (tls.certificateArn() != null) {
            wire.certificates(c -> c.certificateArn(tls.certificateArn()));
        }
        if (tls.mutualAuthentication() != null) {
            wire.mutualAuthentication(m -> m.mode(tls.mutualAuthentication()));
        }
        return tls.alpnPolicy() == null
                ? wire.build()
                : wire.alpnPolicy(tls.alpnPolicy()).build();
    }

    private static <T> @Nullable T or(@Nullable T wanted, @Nullable T present) {
        return wanted == null ? present : wanted;
    }
}
