package io.vpclocal.endpointservice;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.network.region.AvailabilityZone;
import io.vpclocal.network.region.Regions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
