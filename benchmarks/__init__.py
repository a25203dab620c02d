"""Benchmarks: each prints tables beside what an engineer would otherwise take, in one run."""
