package io.vpclocal.proxy.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.protocol.WireRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Operations by method and path (service models of botocore). */
class RestOperationsTest {

    @ParameterizedTest
    @CsvSource({
        "lambda, POST, /2015-03-31/functions/my-fn/invocations,, Invoke, FunctionName=my-fn",
        "lambda, GET, /2015-03-31/functions/my-fn,, GetFunction, FunctionName=my-fn",
        "lambda, GET, /2015-03-31/functions/,, ListFunctions, ''",
        "lambda, POST, /2015-03-31/functions,, CreateFunction, ''",
        "lambda, GET, /2015-03-31/functions/arn%3Aaws%3Alambda%3Aus-east-1%3A1%3Afunction%3Af,, GetFunction,"
                + " FunctionName=arn:aws:lambda:us-east-1:1:function:f",
        "eks, GET, /clusters/a/node-groups/b,, DescribeNodegroup, name=a&nodegroupName=b",
        "route53, GET, /2013-04-01/hostedzone/Z1,, GetHostedZone, Id=Z1",
        "route53, GET, /2013-04-01/hostedzone/Z1/rrset,, ListResourceRecordSets, Id=Z1",
        "apigateway, POST, /restapis, mode=import, ImportRestApi, ''",
        "apigateway, POST, /restapis, mode=other, CreateRestApi, ''",
        "mediastore, GET, /a/b%2Fc/d+e,, GetObject, Path=a/b/c/d+e",
        "es, GET, /2021-01-01/domain,, ListDomainNames, ''",
        "eks, GET, /clusters/a/nothing/b/c,,,",
        "no-such-service, GET, /,,,"
    })
    void aPathNamesAnOperation(
            String service,
            String method,
            String path,
            @Nullable String query,
            @Nullable String operation,
            @Nullable String members) {
        WireRequest wire =
                new WireRequest(method, path, query == null ? "" : query, Map.of(), new byte[0], "127.0.0.1", false);
        KnownService known = KnownService.of(service, wire).orElseThrow();

        var found = RestOperations.find(known, wire);

        assertThat(found.map(RestOperations.Found::operation).orElse(null)).isEqualTo(operation);
        found.ifPresent(each -> assertThat(String.join(
                        "&",
                        each.members().entrySet().stream().map(Object::toString).toList()))
                .isEqualTo(members));
    }

    /** Of two paths that fit, the one with more literal segments is meant. */
    @Test
    void literalsComeBeforeMembers() {
        RestPath any = RestPath.of("GET", "/a/{b}", "Any");
        RestPath one = RestPath.of("GET", "/a/list", "One");
        assertThat(one.literals()).isGreaterThan(any.literals());
        assertThat(any.fits("GET", RestPath.segments("/a/list"), Query.of(""))).isTrue();
        assertThat(any.fits("PUT", RestPath.segments("/a/list"), Query.of(""))).isFalse();
        assertThat(any.fits("GET", RestPath.segments("/a"), Query.of(""))).isFalse();
    }
}
