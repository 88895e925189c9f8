package io.vpclocal.loadbalancer.listener;

import static io.vpclocal.loadbalancer.resource.ElbParams.require;
import static io.vpclocal.loadbalancer.resource.ElbParams.requireAny;

import io.vpclocal.loadbalancer.resource.ElbLimits;
import io.vpclocal.loadbalancer.resource.ElbPages;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AddListenerCertificatesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AddListenerCertificatesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Certificate;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeListenerCertificatesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeListenerCertificatesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeSslPoliciesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeSslPoliciesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTrustStoresRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTrustStoresResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RemoveListenerCertificatesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RemoveListenerCertificatesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SslPolicy;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TrustStore;

/** The certificates of TLS and HTTPS listeners, and what their encryption can use. */
@AwsController(AwsService.ELB)
class CertificateController {

    private final ListenerService service;
    private final SslPolicies policies;
    private final ElbPages pages;

    CertificateController(ListenerService service, SslPolicies policies, ElbPages pages) {
        this.service = service;
        this.policies = policies;
        this.pages = pages;
    }

    /** A certificate that the listener has already is not added again. */
    @AwsAction(missing = "the check that certificates exist")
    AddListenerCertificatesResponse addListenerCertificates(AddListenerCertificatesRequest request, Call call) {
        ListenerEntity listener = service.lock(call.scope(), require(request.listenerArn(), "listenerArn"));
        if (listener.certificateArn() == null) {
            throw ListenerErrors.notFor("A certificate", listener.protocol());
        }
        List<Certificate> added = new ArrayList<>();
        for (Certificate each : requireAny(request.certificates(), "certificates")) {
            String arn = ListenerRequests.certificate(each, call.scope());
            if (!arn.equals(listener.certificateArn())
                    && !listener.moreCertificates().contains(arn)) {
                listener.moreCertificates().add(arn);
            }
            added.add(wire(arn, arn.equals(listener.certificateArn())));
        }
        if (listener.moreCertificates().size() > ElbLimits.CERTIFICATES_PER_LOAD_BALANCER) {
            throw ListenerErrors.tooManyCertificates();
        }
        return AddListenerCertificatesResponse.builder().certificates(added).build();
    }

    /** Unknown certificates are ignored. */
    @AwsAction
    RemoveListenerCertificatesResponse removeListenerCertificates(
            RemoveListenerCertificatesRequest request, Call call) {
        ListenerEntity listener = service.lock(call.scope(), require(request.listenerArn(), "listenerArn"));
        for (Certificate each : requireAny(request.certificates(), "certificates")) {
            String arn = ListenerRequests.certificate(each, call.scope());
            if (arn.equals(listener.certificateArn())) {
                throw ListenerErrors.defaultCertificate(arn);
            }
            listener.moreCertificates().remove(arn);
        }
        return RemoveListenerCertificatesResponse.builder().build();
    }

    @AwsAction
    DescribeListenerCertificatesResponse describeListenerCertificates(
            DescribeListenerCertificatesRequest request, Call call) {
        ListenerEntity listener = service.require(call.scope(), require(request.listenerArn(), "listenerArn"));
        List<Certificate> all = new ArrayList<>();
        @Nullable String first = listener.certificateArn();
        if (first != null) {
            all.add(wire(first, true));
        }
        listener.moreCertificates().forEach(arn -> all.add(wire(arn, false)));
        ElbPages.Page<Certificate> page =
                pages.page(call, all, Certificate::certificateArn, request.pageSize(), request.marker());
        return DescribeListenerCertificatesResponse.builder()
                .certificates(page.items())
                .nextMarker(page.nextMarker())
                .build();
    }

    @AwsAction("DescribeSSLPolicies")
    DescribeSslPoliciesResponse describeSslPolicies(DescribeSslPoliciesRequest request, Call call) {
        List<SslPolicy> found = policies.find(request.names()).stream()
                .filter(policy -> request.loadBalancerTypeAsString() == null
                        || policy.supportedLoadBalancerTypes().contains(request.loadBalancerTypeAsString()))
                .toList();
        ElbPages.Page<SslPolicy> page = pages.page(call, found, SslPolicy::name, request.pageSize(), request.marker());
        return DescribeSslPoliciesResponse.builder()
                .sslPolicies(page.items())
                .nextMarker(page.nextMarker())
                .build();
    }

    /** Trust stores cannot be created, so none exists. */
    @AwsAction
    DescribeTrustStoresResponse describeTrustStores(DescribeTrustStoresRequest request, Call call) {
        if (!request.trustStoreArns().isEmpty()) {
            throw ListenerErrors.trustStoreNotFound(request.trustStoreArns().get(0));
        }
        if (!request.names().isEmpty()) {
            throw ListenerErrors.trustStoreNotFound(request.names().get(0));
        }
        ElbPages.Page<TrustStore> none =
                pages.page(call, List.of(), TrustStore::trustStoreArn, request.pageSize(), request.marker());
        return DescribeTrustStoresResponse.builder().trustStores(none.items()).build();
    }

    private static Certificate wire(String arn, boolean isDefault) {
        return Certificate.builder().certificateArn(arn).isDefault(isDefault).build();
    }
}
