@NullMarked
package io.vpclocal.control.fault;

import org.jspecify.annotations.NullMarked;
