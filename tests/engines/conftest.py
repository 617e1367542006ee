"""Spark for the tests: local, one partition, and no window on it."""

import os
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest

# In it midnight does not exist on some days, and it is neither that of the tests nor that of the machine.
ZONE = "America/Sao_Paulo"


@pytest.fixture(scope="session")
def spark() -> Iterator[Any]:
    """A session that is stopped at the end."""
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    sql: Any = import_module("pyspark.sql")
    builder = sql.SparkSession.builder.master("local[1]").appName("trilateral")
    settings = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.sql.shuffle.partitions": "1",
        "spark.default.parallelism": "1",
        "spark.sql.session.timeZone": ZONE,
        "spark.driver.host": "127.0.0.1",
    }
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    yield session
    session.stop()
