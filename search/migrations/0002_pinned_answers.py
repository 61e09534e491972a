# Pinned answers: what editors put first when a search says certain words.

import django.db.models.deletion
import modelcluster.fields
import modelsearch.index
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('directory', '0001_initial'),
        ('search', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='PinnedAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('updated_at', models.DateTimeField(auto_now=True, db_index=True)),
                ('phrases', models.TextField(help_text='As families say it, with semicolons between. A bar stands between words of which any will do.', verbose_name='when a search says')),
                ('pages', models.CharField(blank=True, help_text='Keys of pages in the order you want, with semicolons between: hub:sleep; guide:ehcp.', max_length=300, verbose_name='pages to show first')),
                ('until', models.DateField(blank=True, help_text='The last day. Leave it empty if it has no end.', null=True)),
                ('note', models.CharField(blank=True, help_text='For other editors. Never public.', max_length=300, verbose_name='why')),
            ],
            options={
                'ordering': ['pk'],
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='PinnedService',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('answer', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='services', to='search.pinnedanswer')),
                ('service', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='directory.service')),
            ],
            options={
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
    ]
