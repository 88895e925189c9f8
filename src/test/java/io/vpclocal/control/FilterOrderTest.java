package io.vpclocal.control;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.OrderUtils;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** The order of the filters; our design. */
class FilterOrderTest {

    @Test
    void everyFilterHasADistinctOrder() throws Exception {
        List<Integer> orders = new ArrayList<>();
        ClassPathScanningCandidateComponentProvider filters = new ClassPathScanningCandidateComponentProvider(false);
        filters.addIncludeFilter(new AssignableTypeFilter(Filter.class));
        for (BeanDefinition filter : filters.findCandidateComponents("io.vpclocal")) {
            orders.add(OrderUtils.getOrder(Class.forName(filter.getBeanClassName())));
        }
        assertThat(orders).hasSizeGreaterThanOrEqualTo(4).doesNotContainNull().doesNotHaveDuplicates();
    }

    @Test
    void refusedRequestsDoNotResetTheIdleTime() {
        assertThat(OrderUtils.getOrder(HostGuardFilter.class, 0)).isLessThan(OrderUtils.getOrder(IdleFilter.class, 0));
    }
}
